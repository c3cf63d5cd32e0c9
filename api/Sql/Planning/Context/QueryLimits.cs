using SocietyParty.GraphQL.TypeSystem.Derivation;

namespace SocietyParty.Sql.Planning.Context;

/// <summary>What one operation may ask for.</summary>
/// <param name="DepthMax">Nested fields from the root, the root's included.</param>
/// <param name="RootFieldsMax">Root fields with their aliases.</param>
/// <param name="PageSizeMax">Rows of one page.</param>
/// <param name="PageSizeDefault">Rows of a page for which neither <c>first</c> nor <c>last</c> is given.</param>
/// <param name="PagesAheadMax">Pages for which <c>forwardCursors</c> and <c>backwardCursors</c> give cursors.</param>
/// <param name="GroupKeysMax">Keys of one <c>groups</c>.</param>
public sealed record QueryLimits(
    int DepthMax = 12,
    int RootFieldsMax = 20,
    int PageSizeMax = PageSizes.UsualMax,
    int PageSizeDefault = PageSizes.UsualDefault,
    int PagesAheadMax = 5,
    int GroupKeysMax = 6
);
