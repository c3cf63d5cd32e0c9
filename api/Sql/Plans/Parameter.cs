using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Plans;

/// <summary>A value that is known when the operation runs. One object is one parameter, however often a statement uses it.</summary>
public sealed class Parameter(LeafSource source, Conversion conversion, SqlType type, SourceLocation location, bool isArray = false)
{
    public SqlType Type { get; } = type;

    public bool IsArray { get; } = isArray;

    /// <summary>The language in which the request is answered.</summary>
    public static Parameter OfLanguage() => new(new LanguageSource(), Conversion.None, SqlType.Text, SourceLocation.None);

    /// <summary>The value for one request, or why the given one cannot be used.</summary>
    public Outcome<ParameterValue> Read(CoercedVariables variables)
    {
        var converted = conversion.Convert(source.Read(variables));
        return converted.Problem is { } problem
            ? new GraphQLError(problem.Code, problem.Message, location)
            : new ParameterValue(Type, IsArray, converted.Value);
    }
}

/// <summary>What is sent to the database: null, a scalar of <see cref="SqlType"/>, or an array of them.</summary>
public sealed record ParameterValue(SqlType Type, bool IsArray, object? Value);
