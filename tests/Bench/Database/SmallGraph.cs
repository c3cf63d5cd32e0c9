using SocietyParty.Bench.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Database;

/// <summary>A private cluster with a generated graph that is written to.</summary>
internal static class SmallGraph
{
    public static Task<GraphDatabase> OpenAsync(string data, int societies, CancellationToken ct) =>
        ConsoleProgress.RunAsync(Terminal.Error, Words.English, async progress =>
        {
            // Of a server of one's own in the environment nobody said that it may be filled.
            Environment.SetEnvironmentVariable("ConnectionStrings__Graph", null);
            var graph = await GraphDatabase.OpenAsync(null, data, progress, ct: ct);
            try
            {
                await NationFiller.FillAsync(graph.Source, societies, seed: 1, progress, ct);
                return graph;
            }
            catch
            {
                await graph.DisposeAsync();
                throw;
            }
        });
}
