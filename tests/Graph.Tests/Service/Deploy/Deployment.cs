using System.CommandLine;
using System.Runtime.CompilerServices;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Service.Start;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Deploy;

/// <summary>The files under <c>api/Service/Deploy</c>, and the programs that they start.</summary>
internal static class Deployment
{
    private const string Service = "SocietyParty.Service";
    private const string Loader = "SocietyParty.Etl";

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Golden.ProjectFolder(Here()), "..", ".."));

    public static string Folder { get; } = Path.Combine(Root, "api", "Service", "Deploy");

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path]));

    /// <summary>What a line of a file starts must be a program of ours with options that it knows.</summary>
    public static void IsUnderstood(IReadOnlyList<string> line)
    {
        line = line[0] == "dotnet" ? [.. line.Skip(1)] : line;
        var program = Path.GetFileName(line[0]);
        program = program.EndsWith(".dll", StringComparison.Ordinal) ? program[..^".dll".Length] : program;
        program.ShouldBeOneOf(Service, Loader);
        var root = program == Service ? ServiceCommand.Create(Words.English) : Commands.Root(Words.English);
        var parsed = root.Parse([.. line.Skip(1)]);
        parsed.Errors.Select(error => error.Message).ShouldBeEmpty(string.Join(' ', line));
        parsed.UnmatchedTokens.ShouldBeEmpty();
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
