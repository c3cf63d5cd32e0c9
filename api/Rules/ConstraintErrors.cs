using System.Collections.Frozen;

namespace SocietyParty.Rules;

/// <summary>Every constraint that a change or a list can run into, by its name in the database.</summary>
public static class ConstraintErrors
{
    public static FrozenDictionary<string, ConstraintError> All { get; } =
        typeof(IConstraintErrors)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IConstraintErrors)))
            .SelectMany(type => ((IConstraintErrors)Activator.CreateInstance(type)!).All)
            .ToFrozenDictionary(error => error.Constraint, StringComparer.Ordinal);
}
