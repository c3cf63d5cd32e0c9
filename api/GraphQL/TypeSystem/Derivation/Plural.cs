namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>Names of connections: the plural of a type's name, by the plain rules of English. Irregular words are not known.</summary>
public static class Plural
{
    public static string Of(string noun)
    {
        if (noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2], StringComparison.Ordinal))
        {
            return noun[..^1] + "ies";
        }

        return
            noun.EndsWith('s')
            || noun.EndsWith('x')
            || noun.EndsWith('z')
            || noun.EndsWith("ch", StringComparison.Ordinal)
            || noun.EndsWith("sh", StringComparison.Ordinal)
            ? noun + "es"
            : noun + "s";
    }
}
