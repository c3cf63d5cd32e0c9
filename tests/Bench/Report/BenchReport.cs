using System.Text.Encodings.Web;
using System.Text.Json;
using SocietyParty.Bench.Measure;

namespace SocietyParty.Bench.Report;

/// <summary>All numbers of one run.</summary>
internal sealed record BenchReport
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string PostgreSQL { get; init; }

    public required long Societies { get; init; }

    public required int Cores { get; init; }

    public required int Connections { get; init; }

    public required int Rounds { get; init; }

    public required int Seconds { get; init; }

    public required IReadOnlyDictionary<string, string> Peers { get; init; }

    public IReadOnlyList<Figures> Load { get; init; } = [];

    public IReadOnlyList<Ratio> Ratios { get; init; } = [];

    public ColdDocuments? Cold { get; init; }

    public IReadOnlyList<Figures> Keyed { get; init; } = [];

    public Task WriteAsync(string file, CancellationToken ct) =>
        File.WriteAllTextAsync(file, JsonSerializer.Serialize(this, Readable) + "\n", ct);
}
