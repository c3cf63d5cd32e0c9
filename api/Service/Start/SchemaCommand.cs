using System.CommandLine;
using System.Text;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Start;

/// <summary><c>schema export</c>: the public contract as SDL, as <c>GET /graphql?sdl</c> gives it, without a database.</summary>
internal static class SchemaCommand
{
    private const int Failed = 1;

    public static Command Create()
    {
        var output = new Option<string?>("--output")
        {
            Description = "Where to write it; left out: to standard output.",
            HelpName = "FILE",
        };
        var set = ServiceCommand.SetOption();
        var export = new Command("export", "Prints the public contract as SDL. Needs no database and starts none.") { output, set };
        export.SetAction(parsed => Export(parsed.GetValue(output), parsed.GetValue(set) ?? []));
        return new Command("schema", "The public GraphQL contract.") { export };
    }

    private static int Export(string? output, string[] set)
    {
        // Settings such as the size of a page are part of the contract.
        if (!OptionReader.Read(set).TryGet(out var options))
        {
            Console.Error.WriteLine(string.Join('\n', OptionReader.Read(set).Errors));
            return Failed;
        }

        var text = Encoding.UTF8.GetBytes(ContractEndpoint.TextOf(WebHost.SchemaOfContract(options)));
        if (output is null)
        {
            // The same bytes on every machine, whatever its console is set to.
            using var console = Console.OpenStandardOutput();
            console.Write(text);
            return 0;
        }

        try
        {
            File.WriteAllBytes(output, text);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"SP-START-030 {output} cannot be written: {failure.Message}");
            return Failed;
        }
    }
}
