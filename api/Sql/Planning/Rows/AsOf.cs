using SocietyParty.GraphQL.Execution;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Rows;

/// <summary>The argument <c>asOf</c> of a dated relation: the day whose state is asked for.</summary>
internal static class AsOf
{
    /// <summary>Null for today: the argument is absent or null, or the relation has none.</summary>
    public static Parameter? Day(SelectedField field) =>
        field.Argument("asOf") is InputLeaf day ? new Parameter(day.Source, Conversion.None, SqlType.Date, day.Location) : null;

    /// <summary>The way to related things, of the day that is asked for.</summary>
    public static JoinPath Path(SelectedField field, ToManyMap many) => (Day(field) is null ? null : many.OnDay) ?? many.Path;

    /// <summary>The rows of a type, of the day that is asked for where the type has such.</summary>
    public static FromItem Rows(SelectedField field, EntityMap target, FromTable today) =>
        target.OnDay is { } function && Day(field) is { } day && today.Table == target.Table
            ? new FromFunction(function, [new ParameterExpression(day)], today.Alias)
            : today;

    /// <summary>
    /// Names a field's join. Two aliases of one field may ask for different days, so a given day is joined for its response key; no
    /// GraphQL name has the sign that tells it from a field's name.
    /// </summary>
    public static string JoinName(SelectedField field) => field.Argument("asOf") is InputLeaf ? field.ResponseKey + "@" : field.Field.Name;
}
