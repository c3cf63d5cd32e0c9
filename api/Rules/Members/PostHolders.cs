namespace SocietyParty.Rules.Members;

/// <summary>Who is to hold a post of a party organization or of a committee.</summary>
/// <param name="IsMember">Whether the person is a party member, or was one.</param>
/// <param name="IsProbationary">Whether the member is a probationary one on the post's first day.</param>
/// <param name="IsOfBranch">Whether the member belongs to the branch on that day; of a committee's post: true.</param>
/// <param name="JoinedOn">First day in the party; null: it is not stated.</param>
/// <param name="Ends">When the membership was ended.</param>
/// <param name="LeadsSociety">Whether the person leads one of the branch's societies on that day; null: nobody knows who does.</param>
public sealed record HolderFacts(
    bool IsMember,
    bool IsProbationary,
    bool IsOfBranch,
    DateOnly? JoinedOn,
    IReadOnlyList<EndedDays> Ends,
    bool? LeadsSociety = null
);

/// <summary>The post.</summary>
/// <param name="IsSecretary">Whether it is that of a branch's secretary.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">First day after it; null: it lasts.</param>
/// <param name="SentFromAbove">Whether the party organization above sends the holder.</param>
public sealed record PostFacts(bool IsSecretary, DateOnly From, DateOnly? Until, bool SentFromAbove);

/// <summary>
/// 002 §3: posts of party organizations are for party members, while they are members; a secretary is a member of the branch, or the party
/// organization above sends one, and usually (一般) leads the society. A probationary member is not elected (党章).
/// </summary>
public static class PostHolders
{
    private const string Clause = "002 §3";
    private const string Charter = "中国共产党章程 第七条";

    public static IEnumerable<Breach> Check(PostFacts post, HolderFacts holder)
    {
        if (!holder.IsMember)
        {
            yield return new("POST_NEEDS_PARTY_MEMBER", [], Clause, Path: ["person"]);
            yield break;
        }

        if (MembershipFits.Check(holder.Ends, post.From, post.Until, "person") is { } ended)
        {
            yield return ended with
            {
                Clause = Clause,
            };
        }

        if (post.From < holder.JoinedOn)
        {
            yield return new("POST_BEFORE_JOINING", [("joinedOn", holder.JoinedOn)], Clause, Path: ["validFrom"]);
        }

        if (holder.IsProbationary)
        {
            yield return new("POST_NEEDS_FULL_MEMBER", [], Charter, Path: ["person"]);
        }

        if (post is { IsSecretary: true, SentFromAbove: false } && !holder.IsOfBranch)
        {
            yield return new("SECRETARY_OF_ANOTHER_BRANCH", [], Clause, Path: ["sentFromAbove"]);
        }

        if (post is { IsSecretary: true, SentFromAbove: false } && holder.LeadsSociety == false)
        {
            yield return new("SECRETARY_LEADS_NO_SOCIETY", [], Clause, Severity.Warning, "person");
        }
    }
}
