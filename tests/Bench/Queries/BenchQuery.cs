using System.Text.Json.Nodes;

namespace SocietyParty.Bench.Queries;

/// <summary>
/// One question, put to each peer in its own words: the files of <c>Queries/NAME</c> and the variables that go with them.
/// </summary>
/// <param name="FloorTarget">Least requests per second, as a multiple of the floor's.</param>
/// <param name="PostGraphileTarget">The same of PostGraphile's; null where PostGraphile cannot answer it.</param>
internal sealed record BenchQuery(
    string Name,
    string Title,
    double FloorTarget,
    double? PostGraphileTarget,
    Func<Sample, JsonObject> Service,
    Func<Sample, JsonObject> Floor,
    Func<Sample, JsonObject> PostGraphile
)
{
    public bool NeedsCursor { get; init; }

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private string Folder => Path.Combine(AppContext.BaseDirectory, "Queries", Name);
}
