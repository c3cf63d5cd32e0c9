namespace SocietyParty.Rules;

/// <summary>A constraint of the database that a change can run into, in the caller's words.</summary>
/// <param name="Constraint">Its name in the database.</param>
public sealed record ConstraintError(
    string Constraint,
    string Key,
    IReadOnlyList<(string Name, object? Value)> Arguments,
    string? Clause = null,
    params IReadOnlyList<string> Path
)
{
    public Breach Breach => new(Key, Arguments, Clause, Path: Path);
}

/// <summary>The constraints of one subject; found by reflection.</summary>
public interface IConstraintErrors
{
    IEnumerable<ConstraintError> All { get; }
}
