using System.Collections.Frozen;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Access;

/// <summary>What a role may do, as <c>schema/access/rights.json</c> says. Of which rows, the database says.</summary>
public static class AccessRights
{
    /// <summary>Lists as files.</summary>
    public const string Export = "EXPORT";

    /// <summary>Sheets and published lists.</summary>
    public const string Import = "IMPORT";

    /// <summary>Reports that stay.</summary>
    public const string IssueReports = "ISSUE_REPORTS";

    /// <summary>Accounts, roles and everybody's tokens.</summary>
    public const string ManageAccess = "MANAGE_ACCESS";
    public const string MakeTokens = "MAKE_TOKENS";

    /// <summary>Accounts and roles of who works in the own committee and below it.</summary>
    public const string ManageAccounts = "MANAGE_ACCOUNTS";

    private static readonly FrozenDictionary<AccessRole, FrozenSet<string>> Rights = Enum.GetValues<AccessRole>()
        .ToFrozenDictionary(role => role, role => RightList.Embedded.Roles.GetValueOrDefault(CodeOf(role), []).ToFrozenSet());

    private static readonly FrozenDictionary<string, string> OfMutations = RightList
        .Embedded.Mutations.SelectMany(right => right.Value.Select(mutation => (mutation, right.Key)))
        .ToFrozenDictionary(pair => pair.mutation, pair => pair.Key);

    /// <summary>Whether the role that was chosen for the request has the right.</summary>
    public static bool May(this RequestAccess access, string right) => Rights[access.Role].Contains(right);

    /// <summary>What a role may do, in the order of the file.</summary>
    public static IReadOnlyList<string> Of(AccessRole role) => RightList.Embedded.Roles.GetValueOrDefault(CodeOf(role), []);

    /// <summary>The right that a mutation needs; null of one that no right allows.</summary>
    public static string? OfMutation(string mutation) => OfMutations.GetValueOrDefault(mutation);

    /// <summary>As the contract and the database write the role, such as <c>BRANCH_SECRETARY</c>.</summary>
    public static string CodeOf(AccessRole role) =>
        string.Concat(
            role.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}")
        );

    /// <summary>Null where it is no role of this program.</summary>
    public static AccessRole? RoleOf(string code) =>
        Enum.GetValues<AccessRole>().Cast<AccessRole?>().FirstOrDefault(role => CodeOf(role!.Value) == code);
}
