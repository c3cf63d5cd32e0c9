namespace SocietyParty.House.Tests;

/// <summary>
/// A subject has one name in every room, and its folder of mutations shows nothing but mutations: what they share stands one folder
/// deeper.
/// </summary>
public sealed class MutationFoldersTests
{
    private const string Mutations = "api/Service/Mutations";

    /// <summary>What is no subject: who may come in, what runs every mutation, and what every input is made of.</summary>
    private static readonly string[] Machinery = ["Access", "Days", "Inputs", "Running", "Sentences"];

    private static readonly string[] Subjects =
    [
        "Activities",
        "Appointments",
        "Assessments",
        "Categories",
        "Coverage",
        "Evidence",
        "LeadingGroups",
        "Members",
        "Mending",
        "Organizations",
        "WorkPoints",
    ];

    [Fact]
    public void Every_subject_has_its_mutations_and_its_rows()
    {
        FoldersIn(Mutations).Except(Machinery).ShouldBe(Subjects);
        FoldersIn("api/Service/Model").ShouldBe(Subjects);
    }

    [Theory]
    [InlineData("api/Rules")]
    [InlineData("tests/Graph.Tests/Rules")]
    [InlineData("tests/Graph.Tests/Service/Mutations")]
    public void A_subject_has_the_same_name_everywhere(string room)
    {
        FoldersIn(room).ShouldNotBeEmpty();
        FoldersIn(room).Except(Machinery).Except(Subjects).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_in_a_subjects_folder_is_a_mutation_and_no_other_file_is()
    {
        var files = Repository.CSharp.Where(file => file.StartsWith(Mutations + "/", StringComparison.Ordinal)).ToList();
        files.Count(IsMutation).ShouldBeGreaterThan(0);
        files
            .Where(file => IsMutation(file) != Subjects.Any(subject => Path.GetDirectoryName(file) == $"{Mutations}/{subject}"))
            .ShouldBeEmpty();
    }

    private static bool IsMutation(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return Repository.Text(file).Contains($"class {name} : Mutation<{name}Input>", StringComparison.Ordinal);
    }

    /// <summary>Names of the folders right below a folder, where code is, sorted.</summary>
    private static IEnumerable<string> FoldersIn(string folder) =>
        Repository
            .CSharp.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(file => file[(folder.Length + 1)..].Split('/'))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[0])
            .Distinct();
}
