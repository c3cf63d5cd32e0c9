using System.Collections.Immutable;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Plans;

/// <summary>The shape of a part of the response and where its values come from.</summary>
public abstract record JsonValue;

public sealed record JsonMember(string Key, JsonValue Value);

/// <summary>A leaf.</summary>
/// <param name="IsPlain">True for text that needs no escaping: an enum's name.</param>
public sealed record JsonScalar(SqlExpression Expression, SqlType Type, bool IsNullable, bool IsPlain) : JsonValue;

/// <summary>The opaque identity of a row.</summary>
public sealed record JsonIdentity(string TypeName, SqlExpression Key, bool IsNullable = false) : JsonValue;

/// <summary>A text of the schema: a type's name.</summary>
public sealed record JsonConstant(string Text) : JsonValue;

/// <param name="NullIf">The object is null where this value is; null for an object that is always there.</param>
public sealed record JsonObject(ImmutableArray<JsonMember> Members, SqlExpression? NullIf = null) : JsonValue;

/// <summary>All rows, in order.</summary>
/// <param name="SelectionJoins">Joins that only the selected fields need.</param>
public sealed record JsonList(RowSource Rows, ImmutableArray<OrderKey> Order, ImmutableArray<Join> SelectionJoins, JsonValue Item)
    : JsonValue;

/// <summary>The place of a list whose rows are sent beside the answer: <see cref="SentRows"/>.</summary>
public sealed record JsonSentPlace(string PageAlias) : JsonValue;

/// <summary>The one row, or null.</summary>
public sealed record JsonSingle(RowSource Rows, JsonValue Item) : JsonValue;

/// <summary>The first that is not null.</summary>
/// <param name="IsItem">Of a list, whose items are there though all alternatives are null.</param>
public sealed record JsonFirst(ImmutableArray<JsonSingle> Alternatives, bool IsItem = false) : JsonValue;

/// <summary>A page of rows with what a connection tells of it.</summary>
/// <param name="Rows">The rows to page over, with the joins that their conditions need.</param>
/// <param name="OrderJoins">Joins that only the order needs.</param>
/// <param name="Place">Rows behind the cursor; null without one.</param>
/// <param name="Backward">Counted from the end: <c>last</c> and <c>before</c>.</param>
/// <param name="LookAhead">One row more is read, to tell whether there is another page.</param>
/// <param name="PagesAhead">Cursors of so many near pages are asked for; 0 for none. Their rows' keys are read.</param>
/// <param name="SelectionJoins">Joins that only the selected fields need; made for the page's rows alone.</param>
/// <param name="Sent">A list of the page's rows that the database does not write as JSON; null where it writes all.</param>
public sealed record JsonPage(
    RowSource Rows,
    ImmutableArray<Join> OrderJoins,
    ImmutableArray<OrderKey> Order,
    string CursorTag,
    Behind? Place,
    Parameter Size,
    bool Backward,
    bool LookAhead,
    int PagesAhead,
    ImmutableArray<Join> SelectionJoins,
    ImmutableArray<PagePart> Parts,
    SentRows? Sent = null
) : JsonValue
{
    /// <summary>What <see cref="FromShared"/> among the rows stands for; null where nothing is read twice.</summary>
    public FromItem? Shared { get; init; }
}

/// <summary>One field of a connection.</summary>
public abstract record PagePart(string Key);

public sealed record NodesPart(string Key, JsonValue Item) : PagePart(Key);

/// <summary>A member without value is the cursor.</summary>
public sealed record EdgesPart(string Key, ImmutableArray<(string Key, JsonValue? Value)> Members) : PagePart(Key);

public sealed record TotalCountPart(string Key) : PagePart(Key);

public sealed record PageInfoPart(string Key, ImmutableArray<PageInfoMember> Members) : PagePart(Key);

/// <param name="Cursors">What describes each near page, by <see cref="PageInfoField.Page"/> and the like; empty for a plain field.</param>
public sealed record PageInfoMember(string Key, PageInfoField Field, ImmutableArray<PageInfoMember> Cursors);

/// <summary>The page's rows, all of them, in groups.</summary>
public sealed record GroupsPart(string Key, JsonPage Groups) : PagePart(Key);

public sealed record ConstantPart(string Key, string Text) : PagePart(Key);

public enum PageInfoField
{
    HasNextPage,
    HasPreviousPage,
    StartCursor,
    EndCursor,
    ForwardCursors,
    BackwardCursors,

    /// <summary>A list that cannot go in that direction.</summary>
    NoCursors,
    Page,
    Cursor,
    TypeName,
}
