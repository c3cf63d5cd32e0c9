using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.Tests.Support;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>An error as both sides tell it.</summary>
public sealed record OracleError(string Message, IReadOnlyList<SourceLocation> Locations)
{
    public static OracleError Of(GraphQLError error) => new(error.Message, error.Locations);

    public override string ToString() => Locations.Count == 0 ? Message : $"{Message} ({string.Join(", ", Locations)})";
}

/// <summary>What the reference implementation says to one question; valid where there are no errors.</summary>
public sealed record OracleAnswer(
    IReadOnlyList<OracleError> Errors,
    bool IsSyntax = false,
    bool HasThrown = false,
    string? Introspected = null,
    string? Built = null
);

/// <summary>npm's graphql 16, the reference implementation, behind <c>oracle.mjs</c>. One process a batch.</summary>
public sealed class OracleProcess : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private NodeScript script = null!;

    /// <summary>Null when the oracle can be asked.</summary>
    public string? Missing => script.Missing;

    public async Task InitializeAsync() => script = await NodeScript.InstallAsync("Oracle/Node");

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>One answer per question, in order. Questions are written while answers are read, so that no pipe fills up.</summary>
    public async Task<IReadOnlyList<OracleAnswer>> AskAsync(IEnumerable<object> questions)
    {
        using var process = script.Start("oracle.mjs");
        var errors = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(async () =>
        {
            foreach (var question in questions)
            {
                await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, Json));
            }

            process.StandardInput.Close();
        });
        var answers = new List<OracleAnswer>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            answers.Add(JsonSerializer.Deserialize<OracleAnswer>(line, Json)!);
        }

        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        await writing;
        return answers;
    }
}
