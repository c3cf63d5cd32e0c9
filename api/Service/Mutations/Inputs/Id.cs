using SocietyParty.Service.Model;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>An identity that an input gives, of a thing whose type has the row's name.</summary>
/// <param name="Key">Null where the text is no identity of such a thing.</param>
public readonly record struct Id<T>(string Text, long? Key)
    where T : class, IRow;

/// <summary>Reads identities.</summary>
internal static class Id
{
    public static Id<T> Of<T>(string text)
        where T : class, IRow => new(text, GlobalId.TryParse(text, out var named, out var key) && named == typeof(T).Name ? key : null);
}
