using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SocietyParty.GraphQL.Language;

/// <summary>A value, or the errors that prevented it. Never both.</summary>
public sealed class Outcome<T>
    where T : class
{
    private readonly T? value;

    private Outcome(T? value, ImmutableArray<GraphQLError> errors)
    {
        this.value = value;
        Errors = errors;
    }

    /// <summary>Empty exactly when there is a value.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }

    /// <summary>The value; reading it after a failure is a bug and throws.</summary>
    public T Value => value ?? throw new InvalidOperationException("No value: " + string.Join("; ", Errors));

    public bool Succeeded => value is not null;

    public bool TryGet([NotNullWhen(true)] out T? result)
    {
        result = value;
        return value is not null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(GraphQLError error) => new(null, [error]);

    public static implicit operator Outcome<T>(ImmutableArray<GraphQLError> errors) =>
        errors.IsDefaultOrEmpty ? throw new ArgumentException("A failure needs an error.", nameof(errors)) : new(null, errors);
}
