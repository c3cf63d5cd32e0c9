namespace SocietyParty.Schema.Database;

/// <summary>The present definition of one view, function or procedure, with its comments and grants.</summary>
/// <param name="Area">The folder under schema/, such as <c>graph</c>.</param>
/// <param name="Name">The object with its schema, such as <c>mart.coverage</c>.</param>
/// <param name="Sql">Its text.</param>
public sealed record ViewFile(string Area, string Name, string Sql) : SqlFile(Area, Name, Sql)
{
    /// <inheritdoc/>
    public override string Path => $"{Area}/views/{Name}.sql";
}
