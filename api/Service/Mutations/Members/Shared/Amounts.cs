using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>Amounts of money: whole fen, more than 0.</summary>
internal static class Amounts
{
    private const decimal YuanMax = 99_999_999.99m;

    public static void Check(MutationContext context, decimal yuan, string field)
    {
        if (yuan is <= 0 or > YuanMax || yuan != Math.Round(yuan, 2))
        {
            context.Fail("AMOUNT_WRONG", [], field);
        }
    }
}
