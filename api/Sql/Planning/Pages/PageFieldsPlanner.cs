using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Pages;

/// <summary>The selected fields of <c>pageInfo</c>.</summary>
internal static class PageFieldsPlanner
{
    public static ImmutableArray<PageInfoMember> Members(SelectedField info, SelectedField connection)
    {
        var goesBack = connection.Field.Arguments.Any(argument => argument.Name == "before");
        return
        [
            .. Fields(info)
                .Select(member => new PageInfoMember(
                    member.ResponseKey,
                    member.Field.Name switch
                    {
                        "hasNextPage" => PageInfoField.HasNextPage,
                        "hasPreviousPage" => PageInfoField.HasPreviousPage,
                        "startCursor" => PageInfoField.StartCursor,
                        "endCursor" => PageInfoField.EndCursor,
                        "forwardCursors" => PageInfoField.ForwardCursors,
                        "backwardCursors" => goesBack ? PageInfoField.BackwardCursors : PageInfoField.NoCursors,
                        _ => PageInfoField.TypeName,
                    },
                    member.Selections is null ? [] : Cursors(member)
                )),
        ];
    }

    private static ImmutableArray<PageInfoMember> Cursors(SelectedField cursors) =>
        [
            .. Fields(cursors)
                .Select(member => new PageInfoMember(
                    member.ResponseKey,
                    member.Field.Name switch
                    {
                        "page" => PageInfoField.Page,
                        "cursor" => PageInfoField.Cursor,
                        _ => PageInfoField.TypeName,
                    },
                    []
                )),
        ];

    private static ImmutableArray<SelectedField> Fields(SelectedField field) =>
        field.Selections!.FieldsFor((ObjectType)field.Field.Type.Named);
}
