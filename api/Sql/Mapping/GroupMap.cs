using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SocietyParty.Sql.Mapping;

/// <summary>How rows of a type are grouped, and how the fields of a group read the columns of its row.</summary>
/// <param name="Keys">By the values of <c>by</c>.</param>
/// <param name="Measures">Those that every group can have; a statement computes the ones it needs.</param>
/// <param name="Group">The type of a group. Its row has a column per key and per measure, named by the field's path.</param>
internal sealed record GroupMap(FrozenDictionary<string, GroupKeyMap> Keys, ImmutableArray<GroupMeasureMap> Measures, EntityMap Group)
{
    public const string Count = "count";

    /// <summary>Names of all columns that a group's row can have.</summary>
    public FrozenSet<string> Columns { get; } =
        Keys.Values.Select(key => key.Column).Concat(Measures.Select(measure => measure.Name)).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>A column of the group's row to group by.</summary>
/// <param name="Source">Where its value stands in the rows.</param>
internal sealed record GroupKeyMap(string Column, SqlType Type, ValuePath Source);

/// <summary>A column of the group's row with an aggregate over the group's rows.</summary>
/// <param name="Source">What is aggregated; null where the rows themselves are counted.</param>
internal sealed record GroupMeasureMap(string Name, AggregateFunction Function, ValuePath? Source, SqlType Type);

/// <summary>A value of a row, or of the one row that a reference leads to.</summary>
/// <param name="Fields">Maps from the row on: references, then what is taken; a reference at the end is its key.</param>
/// <param name="Part">What of a date counts.</param>
internal sealed record ValuePath(ImmutableArray<(string Name, FieldMap Map)> Fields, DatePart Part = DatePart.Whole)
{
    /// <summary>A column of the row itself.</summary>
    public static ValuePath Of(string column, SqlType type) => new([(column, new ColumnMap(column, type))]);
}

/// <summary>What of a date counts; a month is its first day.</summary>
public enum DatePart
{
    Whole,
    Year,
    Month,
}

public enum AggregateFunction
{
    Count,
    Sum,

    /// <summary>Rounded to six places, like rates; a mean of floating numbers is not.</summary>
    Mean,
    Least,
    Greatest,
}
