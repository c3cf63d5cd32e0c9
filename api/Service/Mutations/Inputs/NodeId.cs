using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>An identity that an input gives, of a thing whose type the identity itself names.</summary>
/// <param name="Type">Null where the text is no identity.</param>
public readonly record struct NodeId(string Text, string? Type, long Key)
{
    public static NodeId Of(string text) =>
        GlobalId.TryParse(text, out var named, out var key) ? new(text, named, key) : new(text, null, 0);
}
