using System.Text.RegularExpressions;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Http;

namespace SocietyParty.Graph.Tests.Service.Pages;

/// <summary>
/// A form shows what the contract says: a description begins with the Chinese term, and with a colon and a sentence of explanation where
/// the English one says more than a name.
/// </summary>
public sealed partial class FormWordsTests
{
    // Forms hide them: they fill them in themselves.
    private static readonly HashSet<string> OfThePage = ["version", "idempotencyKey", "acceptedWarnings"];

    [Fact]
    public void Each_change_and_each_of_its_fields_has_a_Chinese_name_and_where_needed_an_explanation()
    {
        var descriptions = Descriptions().ToList();
        descriptions.Count.ShouldBeGreaterThan(400);
        descriptions.Where(part => !IsReadable(part.Description)).Select(part => $"{part.Name}: {part.Description}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("党组织 The branch.", true)]
    [InlineData("党组织：必须已经成立。 The branch; it must be established.", true)]
    [InlineData("党组织：必须已经成立。\nThe branch; it must be established.", true)]
    [InlineData("The branch.", false)]
    [InlineData("党组织 The branch; left out: none.", false)]
    [InlineData("党组织：必须已经成立 The branch; it must be established.", false)]
    public void A_description_is_readable(string description, bool expected) => IsReadable(description).ShouldBe(expected);

    private static IEnumerable<(string Name, string Description)> Descriptions()
    {
        var changes = WebHost.SchemaOfContract().Types.OfType<ObjectType>().Single(type => type.Name == "Mutation").Fields;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            yield return (change.Name, change.Description ?? "");
            foreach (var part in Fields((InputObjectType)change.Arguments.Single().Type.Named, seen))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<(string Name, string Description)> Fields(InputObjectType input, HashSet<string> seen)
    {
        if (!seen.Add(input.Name))
        {
            yield break;
        }

        foreach (var field in input.Fields.Where(field => !OfThePage.Contains(field.Name)))
        {
            yield return ($"{input.Name}.{field.Name}", field.Description ?? "");
            if (field.Type.Named is InputObjectType inner)
            {
                foreach (var part in Fields(inner, seen))
                {
                    yield return part;
                }
            }
        }
    }

    private static bool IsReadable(string description) =>
        Written().Match(description) is { Success: true } found
        && (found.Groups["zh"].Success || !SaysMore().IsMatch(found.Groups["en"].Value));

    // As change/words.ts reads it.
    [GeneratedRegex(@"^(?<term>[^\s：\u0020-\u007e]+(?:（[^）]*）)?)(?:：(?<zh>.*?。))?(?=\s|$)\s*(?<en>.*)$", RegexOptions.Singleline)]
    private static partial Regex Written();

    [GeneratedRegex(@"left out|refus|;|needed|\bmust\b|not shown", RegexOptions.IgnoreCase)]
    private static partial Regex SaysMore();
}
