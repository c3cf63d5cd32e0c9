using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>What the layers of a page must carry for what is selected of it.</summary>
internal static class PageNeeds
{
    // Only where something is put together of all rows; anything else beside a FROM would be told once per row.
    public static bool Rows(JsonPage page) =>
        page.Parts.Any(part =>
            part switch
            {
                NodesPart or EdgesPart => true,
                PageInfoPart info => info.Members.Any(member =>
                    member.Field is PageInfoField.StartCursor or PageInfoField.EndCursor
                    || (member.Field == AheadField(page) && page.PagesAhead == 0)
                ),
                _ => false,
            }
        );

    // Whether there is a page on the side that the cursor came from is known from the cursor alone.
    public static PageInfoField AheadField(JsonPage page) => page.Backward ? PageInfoField.HasPreviousPage : PageInfoField.HasNextPage;

    public static bool Cursor(JsonPage page) =>
        page.PagesAhead > 0 || Ends(page) || page.Parts.OfType<EdgesPart>().Any(edges => edges.Members.Any(member => member.Value is null));

    // Rows of the cut layer come in order; joins may change it, and a page that is read backward is turned. From version 16 on PostgreSQL
    // sorts the input of all aggregates for one that has an order of its own, as the ends have.
    public static bool ComesInOrder(JsonPage page) =>
        page.SelectionJoins.IsEmpty && !page.Backward && page.Sent is null && page.PagesAhead == 0 && !Ends(page);

    public static bool RowNumber(JsonPage page) => !ComesInOrder(page) || page.LookAhead || Ends(page);

    public static bool Ends(JsonPage page) =>
        page
            .Parts.OfType<PageInfoPart>()
            .Any(info => info.Members.Any(member => member.Field is PageInfoField.StartCursor or PageInfoField.EndCursor));
}
