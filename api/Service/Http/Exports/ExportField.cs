using System.Collections.Immutable;
using System.Text.Json;
using SocietyParty.Etl.Export;

namespace SocietyParty.Service.Http.Exports;

/// <summary>A column, what it needs of an item, and how its value is read from one.</summary>
/// <param name="Paths">For <see cref="SelectionTree.Add"/>.</param>
internal sealed record ExportField(ExportColumn Column, ImmutableArray<string> Paths, Func<JsonElement, object?> Read);

/// <summary>A request that names something that cannot be exported.</summary>
internal sealed class ExportException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;
}
