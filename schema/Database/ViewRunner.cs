using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>
/// Makes all views and functions anew, in the transaction that is open, so that nobody sees one missing. All, not only what changed: so an
/// upgraded database has exactly what a fresh one has, columns of <c>*</c>, comments and grants included.
/// </summary>
internal sealed class ViewRunner(NpgsqlConnection connection, IReadOnlyList<ViewList> lists, IReadOnlyDictionary<string, string?> recorded)
{
    private readonly List<ViewFile> _files = [.. lists.SelectMany(list => list.Files)];

    /// <summary>Whether a file is new, changed or gone, or an object of theirs is missing.</summary>
    public bool IsDue =>
        _files.Count != recorded.Count
        || _files.Any(file => recorded.GetValueOrDefault(file.Name) is not { } known || known != file.Checksum);

    private IEnumerable<string> Removed => recorded.Keys.Except(_files.Select(file => file.Name));

    // What is no longer listed may depend on anything that is, so it goes first: it comes last.
    private IEnumerable<string> Names => _files.Select(file => file.Name).Concat(Removed);

    /// <summary>
    /// Clears the way for a numbered file: a column that a view reads can be neither dropped nor retyped. Functions stay, for triggers
    /// call them.
    /// </summary>
    public async Task MakeWayAsync(MigrationFile file, CancellationToken ct)
    {
        if (lists.FirstOrDefault(list => list.Area == file.Area) is { } list && file.Number > list.After)
        {
            await DropAsync(alsoFunctions: false, ct);
        }
    }

    /// <summary>Drops and makes everything; what tables or somebody else's views depend on is replaced in its place.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> RunAsync(IStartupProgress progress, CancellationToken ct)
    {
        var held = (await DropAsync(alsoFunctions: true, ct)).ToLookup(item => item.Name, item => item.Dependents);
        if (Removed.FirstOrDefault(held.Contains) is { } kept)
        {
            throw new DatabaseSetupException(
                "SP-MIGRATE-203",
                (
                    $"{kept} is no part of this program any more, but something depends on it: {string.Join(", ", held[kept])}.",
                    $"程序不再使用 {kept}，但还有内容依赖它：{string.Join("、", held[kept])}。"
                ),
                (
                    "Nothing was applied. Drop what depends on it and start again; what belongs to this program goes in a numbered file.",
                    "没有作任何改动。请数据库管理员删除依赖它的内容，再启动。"
                )
            );
        }

        foreach (var list in lists.Where(list => list.Files.Count > 0))
        {
            progress.Step(
                (
                    $"Applying {list.Files.Count} views and functions of {list.Area}",
                    $"正在更新 {list.Area} 的{list.Files.Count}个视图和函数"
                )
            );
            foreach (var file in list.Files)
            {
                var dependents = held[file.Name].ToList();
                SetupText? hint =
                    dependents.Count == 0
                        ? null
                        : (
                            $"It was replaced, not dropped, because of: {string.Join(", ", dependents)}",
                            $"因为有内容依赖它，所以没有删除而是替换：{string.Join("、", dependents)}"
                        );
                await SqlFileRunner.RunAsync(connection, file, hint, ct);
            }
        }

        await CheckNamesAsync(ct);
        await ViewTable.WriteAsync(connection, _files, ct);
        return _files.Count;
    }

    private async Task<List<HeldObject>> DropAsync(bool alsoFunctions, CancellationToken ct)
    {
        try
        {
            return await ViewObjects.DropAsync(connection, Names, alsoFunctions, ct);
        }
        catch (PostgresException failure)
        {
            throw new DatabaseSetupException(
                "SP-MIGRATE-202",
                (
                    $"Views and functions could not be dropped to make them anew: PostgreSQL says: {SqlFileRunner.Describe(failure)}.",
                    $"视图和函数无法删除重建：{SqlFileRunner.Describe(failure)}。"
                ),
                SqlFileRunner.Unchanged,
                inner: failure
            );
        }
    }

    /// <summary>A new signature beside the old one, which a trigger or an index holds, would leave two functions of one name.</summary>
    private async Task CheckNamesAsync(CancellationToken ct)
    {
        var references = await ViewObjects.ReferencesAsync(connection, Names, ct);
        if (_files.FirstOrDefault(file => references[file.Name].Count() != 1) is { } file)
        {
            var found = references[file.Name].ToList();
            throw new DatabaseSetupException(
                "SP-MIGRATE-204",
                (
                    $"schema/{file.Path} makes one object, {file.Name}; "
                        + $"the database has {(found.Count == 0 ? "none" : string.Join(" and ", found))}.",
                    $"schema/{file.Path} 应建立 {file.Name}，而数据库中{(found.Count == 0 ? "没有" : $"有：{string.Join("、", found)}")}。"
                ),
                (
                    "Nothing was applied. Name file and object alike; an old signature that tables depend on is dropped in a numbered "
                        + "file.",
                    "没有作任何改动。请与提供程序的人员联系。"
                )
            );
        }
    }
}
