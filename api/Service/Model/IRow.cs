namespace SocietyParty.Service.Model;

/// <summary>A table of schema <c>graph</c> that mutations write; found by reflection. See <see cref="GraphContext"/>.</summary>
public interface ITable;

/// <summary>A row with an identity of its own.</summary>
public interface IRow : ITable
{
    /// <summary>Given by the database.</summary>
    long Id { get; }
}

/// <summary>A row that people edit.</summary>
public interface IVersioned : IRow
{
    /// <summary>Counted up by the database on each change; a write that read another one fails.</summary>
    int Version { get; }
}
