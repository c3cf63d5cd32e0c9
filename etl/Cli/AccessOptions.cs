using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Access;
using SocietyParty.Etl.Output;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Cli;

/// <summary>What <c>account</c> and <c>token</c> share: a role, what it is about, and days.</summary>
internal static class AccessOptions
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary><c>--role committee-administrator</c>, given as the contract writes it.</summary>
    public static Option<string> Role(Words words) =>
        new("--role")
        {
            Description = words.Say("Help.Access.Role", ("roles", Spelled)),
            HelpName = "ROLE",
            Required = true,
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                var role = given.ToUpperInvariant().Replace('-', '_');
                if (GrantStore.Roles.Contains(role))
                {
                    return role;
                }

                result.AddError(words.Say("Wrong.Choice", ("given", given), ("option", "--role"), ("choices", Spelled)));
                return null;
            },
        };

    public static Option<string?> Subject(Words words) =>
        new("--subject") { Description = words.Say("Help.Access.Subject"), HelpName = "NAME" };

    /// <summary>A day, such as 2026-12-01.</summary>
    public static Option<DateOnly?> Day(string name, string meaning, Words words) =>
        new(name)
        {
            Description = meaning,
            HelpName = "DAY",
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(given, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return day;
                }

                result.AddError(words.Coded("SP-ACCESS-102", ("given", given), ("option", name)));
                return null;
            },
        };

    /// <summary>As people write a role on the command line.</summary>
    public static string Spell(string role) => role.ToLowerInvariant().Replace('_', '-');

    /// <summary>A role in a list: in Chinese what people call it, else as commands write it.</summary>
    public static string Say(string role, Words words) =>
        words.Language == Language.Chinese ? EnumWords.Of(role, Language.Chinese, "AccessRole") : Spell(role);

    /// <summary>The roles of <see cref="AccountLine.Grants"/>, each behind its number.</summary>
    public static string SayAll(string grants, Words words) =>
        // The longest first: none begins with another one.
        GrantStore
            .Roles.OrderByDescending(role => role.Length)
            .Aggregate(grants, (said, role) => said.Replace($": {role}", $": {Say(role, words)}", StringComparison.Ordinal));

    private static IEnumerable<string> Spelled => GrantStore.Roles.Select(Spell);
}
