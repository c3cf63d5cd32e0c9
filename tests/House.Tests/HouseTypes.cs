using System.Collections.Concurrent;
using System.Reflection;
using Mono.Cecil;
using NetArchTest.Rules;

namespace SocietyParty.House.Tests;

/// <summary>The types of the built assemblies, by folder.</summary>
internal static class HouseTypes
{
    private const string Root = "SocietyParty.";

    private static readonly ConcurrentDictionary<string, Types> Loaded = [];

    /// <summary>The folder and the full name of every type that stands in a file of the house.</summary>
    public static IReadOnlyList<(string Folder, string Name)> All { get; } =
    [
        .. ((string[])["GraphQL", "Sql", "Rules", "Schema", "Etl", "Service"])
            .SelectMany(project => AssemblyOf(project).GetTypes())
            .Where(type => !type.IsNested && type.Namespace is { } name && name.StartsWith(Root, StringComparison.Ordinal))
            .Select(type => (FolderOf(type.Namespace!), type.FullName!)),
    ];

    /// <summary>Every folder that has types, sorted.</summary>
    public static IReadOnlyList<string> Folders { get; } = [.. All.Select(type => type.Folder).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The types of a row, and what of them uses a name that is not for them.</summary>
    public static IReadOnlyList<string> Users(FolderRow row, IEnumerable<string> forbidden)
    {
        var result = Loaded
            .GetOrAdd(row.Name.Split('/')[0], project => Types.InAssembly(AssemblyOf(project)))
            .That()
            .MeetCustomRule(new StandsIn(folder => FolderDirections.RowOf(folder) == row))
            .Should()
            .NotHaveDependencyOnAny([.. forbidden])
            .GetResult();
        return [.. (result.FailingTypes ?? []).Select(type => $"{type.FullName}: {type.Explanation}")];
    }

    private static Assembly AssemblyOf(string project) => Assembly.Load(Root + project);

    private static string FolderOf(string name) => name[Root.Length..].Replace('.', '/');

    /// <summary>A type within a type stands where the outermost one does; the compiler's own, such as an async lambda's, too.</summary>
    private sealed class StandsIn(Func<string, bool> folder) : ICustomRule
    {
        public bool MeetsRule(TypeDefinition type)
        {
            while (type.DeclaringType is { } outer)
            {
                type = outer;
            }

            return type.Namespace.StartsWith(Root, StringComparison.Ordinal) && folder(FolderOf(type.Namespace));
        }
    }
}
