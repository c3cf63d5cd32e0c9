using Npgsql;

namespace SocietyParty.Etl.Run.Star;

/// <summary>Writes what a load computes into the star.</summary>
internal sealed class StarWriter(NpgsqlConnection connection, StarColumns columns, LoadPlan plan) : IStarTarget
{
    public Task<long> DimensionAsync(DimensionTable dimension, TransformFile transform, CancellationToken ct) =>
        new DimensionWriter(connection, columns, plan).ApplyAsync(dimension, transform, ct);

    public Task<long> FactAsync(FactTable fact, TransformFile transform, CancellationToken ct) =>
        new FactWriter(connection, columns, plan).ApplyAsync(fact, transform, ct);

    public Task<long> AggregateAsync(AggregateTable aggregate, CancellationToken ct) =>
        new AggregateWriter(connection, columns, plan).ApplyAsync(aggregate, ct);

    public Task<long> FileAsync(string name, Func<Task<long>> run, CancellationToken ct) => run();
}
