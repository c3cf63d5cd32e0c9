namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>How many items a derived connection gives: printed as <c>@listSize</c>, read by the cost.</summary>
/// <param name="Default">Items of a page for which neither <c>first</c> nor <c>last</c> is given.</param>
/// <param name="Max">Items of any page.</param>
public sealed record PageSizes(int Default = PageSizes.UsualDefault, int Max = PageSizes.UsualMax)
{
    public const int UsualDefault = 20;

    public const int UsualMax = 500;
}
