using System.Collections.Concurrent;

namespace SocietyParty.Etl.Import;

/// <summary>The statements of <c>Import/Sql</c>, by file name without ending.</summary>
internal static class ImportSql
{
    private static readonly ConcurrentDictionary<string, string> Texts = new();

    public static string Read(string name) => Texts.GetOrAdd(name, static name =>
        {
            var assembly = typeof(ImportSql).Assembly;
            var resource = assembly.GetManifestResourceNames().Single(resource => resource.Replace('\\', '/') == $"Import/Sql/{name}.sql");
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        });
}
