namespace SocietyParty.Etl.Run.Star;

/// <summary>What becomes of the rows that the steps of a load compute: a load writes them, a reconciliation compares them.</summary>
internal interface IStarTarget
{
    /// <summary>Takes the versions of a dimension; returns how many rows that concerns.</summary>
    Task<long> DimensionAsync(DimensionTable dimension, TransformFile transform, CancellationToken ct);

    /// <summary>Takes the rows of a fact.</summary>
    Task<long> FactAsync(FactTable fact, TransformFile transform, CancellationToken ct);

    /// <summary>Takes the sums of an aggregate.</summary>
    Task<long> AggregateAsync(AggregateTable aggregate, CancellationToken ct);

    /// <summary>Runs a file that makes staging tables or brings a table to its rows by itself.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="run">Runs it.</param>
    /// <param name="ct">Gives up.</param>
    Task<long> FileAsync(string name, Func<Task<long>> run, CancellationToken ct);
}
