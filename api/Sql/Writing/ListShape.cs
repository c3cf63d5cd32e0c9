using System.Collections.Immutable;

namespace SocietyParty.Sql.Writing;

/// <summary>How an item of a list, or a part of it, is put together of the columns of a <see cref="ListStatement"/>.</summary>
public abstract record ListShape;

/// <summary>A leaf; SQL's null is JSON's null.</summary>
public sealed record ListLeaf(int Column, LeafForm Form) : ListShape;

/// <summary>An opaque identity, of which the column holds the key.</summary>
public sealed record ListIdentity(int Column, string TypeName) : ListShape;

/// <summary>A list, or whatever else PostgreSQL writes as JSON itself.</summary>
public sealed record ListDocument(int Column) : ListShape;

/// <summary>The same in every row.</summary>
public sealed record ListConstant(string Text) : ListShape;

/// <param name="Members">In the order of the response.</param>
/// <param name="NullColumn">The object is null where this column is; null for one that is always there.</param>
public sealed record ListObject(ImmutableArray<(string Key, ListShape Value)> Members, int? NullColumn) : ListShape
{
    /// <summary>What a member is made of; null where there is none of this name.</summary>
    public ListShape? Member(string key)
    {
        foreach (var member in Members)
        {
            if (member.Key == key)
            {
                return member.Value;
            }
        }

        return null;
    }
}
