using System.Diagnostics;
using System.Globalization;
using SocietyParty.Engines;
using SocietyParty.GraphQL.Tests.Oracle;

// Hidden: the part that may end its process runs in one of its own.
if (args is [ChainAnswer.Verb])
{
    return await ChainAnswer.GiveAsync();
}

var documents = args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 4_000;
var oracle = new OracleProcess();
await oracle.InitializeAsync();
if (oracle.Missing is { } missing)
{
    await Console.Error.WriteLineAsync($"The comparison needs npm's graphql: {missing}");
    return 1;
}

var peers = new Dictionary<string, PeerEngine>();
foreach (var (name, sdl) in OracleSchemas.Sdl)
{
    try
    {
        peers.Add(name, new PeerEngine(sdl));
    }
    catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or AggregateException)
    {
        Console.WriteLine($"GraphQL.NET does not build the valid schema \"{name}\", which is left out: {failure.Message}");
    }
}

var asked = OracleTests.Generated(documents, OracleTests.Seed, [.. peers.Keys]);
var answers = await oracle.AskAsync([
    .. OracleSchemas.Questions,
    .. asked.Select(item => new
    {
        kind = "document",
        item.Schema,
        item.Source,
    }),
]);
var (ours, theirs) = (new Verdicts("SocietyParty.GraphQL"), new Verdicts("GraphQL.NET"));
foreach (var ((schema, source), answer) in asked.Zip(answers.Skip(OracleSchemas.Built.Count)))
{
    var isValid = answer.Errors.Count == 0;
    ours.Add(isValid, OracleTests.Judge(OracleSchemas.Built[schema], source).Errors.Count == 0, source);
    theirs.Add(isValid, await peers[schema].IsValidAsync(source), source);
}

Console.WriteLine($"{documents} documents, seed {OracleTests.Seed}, judged beside npm's graphql");
Console.WriteLine(ours);
Console.WriteLine(theirs);
Console.WriteLine($"GraphQL.NET {await PeerEngine.FindingsAsync()}");
var assembly = typeof(ChainAnswer).Assembly.Location;
using var child = Process.Start(new ProcessStartInfo("dotnet", [assembly, ChainAnswer.Verb]) { RedirectStandardError = true })!;

// Read, or the child waits for its reader; a stack overflow fills pages.
await child.StandardError.ReadToEndAsync();
await child.WaitForExitAsync();
Console.WriteLine(
    $"GraphQL.NET, a chain of {ChainAnswer.Links} fragments, {ChainAnswer.Document.Length} characters: exit code {child.ExitCode}"
);
return 0;
