namespace SocietyParty.Bench.Queries;

/// <summary>What one request asks for, in the database's keys. Which parts count, the query says.</summary>
/// <param name="Cursor">Our service's cursor of the branch <paramref name="Id"/>, where a page is asked for.</param>
internal sealed record Sample(long Id, string? Category, long[]? Committees, string? Cursor = null);
