using SocietyParty.Rules.Organizations;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <content>Posts and forms are usual ones, or those that the rules of the row's day name: the mutations ask the same.</content>
internal static partial class SheetRules
{
    public static async Task<IReadOnlyList<SheetBreach>> FormWordsAsync(SheetFacts facts) =>
        [
            .. from row in await WordsAsync(facts, "branches_forms")
            let own = (row.Rules?.Forms ?? []).Select(form => form.Word)
            select new SheetBreach(
                row.Position,
                "form",
                OwnNameFits.FormNotListed(row.Said, [.. UsualWords(SheetWords.Forms, nameof(OrganizationForm)), .. own])
            ),
        ];

    public static async Task<IReadOnlyList<SheetBreach>> PostWordsAsync(SheetFacts facts) =>
        [
            .. from row in await WordsAsync(facts, "appointments_posts")
            let own = (row.Rules?.Posts ?? []).Select(post => post.Word)
            select new SheetBreach(
                row.Position,
                "post",
                OwnNameFits.PostNotListed(row.Said, [.. UsualWords(SheetWords.Posts, "Post"), .. own])
            ),
        ];

    private static async Task<IEnumerable<(int Position, string Said, OrganizationRules? Rules)>> WordsAsync(
        SheetFacts facts,
        string statement
    )
    {
        var rows = await facts.ReadAsync<UnknownWord>(statement);
        var rules = await facts.SectionsAsync<OrganizationRules>(rows.Select(row => row.Day));
        return rows.Select(row => (row.Position, row.Said, rules.GetValueOrDefault(row.Day)));
    }

    private static IEnumerable<object> UsualWords(IEnumerable<Choice> choices, string type) =>
        choices.Select(choice => EnumWords.OfName(choice.Value, type));

    private sealed class UnknownWord
    {
        public int Position { get; init; }
        public string Said { get; init; } = "";
        public DateOnly Day { get; init; }
    }
}
