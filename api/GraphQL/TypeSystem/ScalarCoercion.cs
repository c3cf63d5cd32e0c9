using System.Text.Json;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>
/// Input coercion of one scalar. Both functions return the CLR value (never null), or null with a message that says what was
/// expected and what was found. They see neither GraphQL's null nor a variable.
/// </summary>
public abstract class ScalarCoercion
{
    /// <summary>The CLR type of every coerced value.</summary>
    public abstract Type ClrType { get; }

    public abstract object? FromLiteral(ValueNode literal, out string message);

    public abstract object? FromJson(JsonElement json, out string message);
}
