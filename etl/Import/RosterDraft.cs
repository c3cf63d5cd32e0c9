using System.Text;
using SocietyParty.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import;

/// <summary>Entries as a format reads them, with the rules that hold for every format.</summary>
internal sealed class RosterDraft(ProblemList problems, ImportLimits limits)
{
    private readonly Dictionary<string, int> lineOfBranch = new(StringComparer.Ordinal);
    private readonly List<RosterEntry> entries = [];

    public IReadOnlyList<RosterEntry> Entries => entries;

    public Dictionary<string, int> Stated { get; } = new(StringComparer.Ordinal);

    /// <summary>Entries seen, the wrong ones too.</summary>
    public int ReadCount { get; private set; }

    /// <summary>How many names stood behind a number or a bullet.</summary>
    public int NumberedCount { get; set; }

    /// <summary>What was left out, and why.</summary>
    public List<ImportDiscrepancy> Notices { get; } = [];

    /// <summary>Says of a line that it was left out, or what it lacks.</summary>
    public void Tell(string code, int line, Sentence sentence)
    {
        var place = new Sentence("Notice.Line", [("line", line)]);
        if (Notices.Count <= limits.ProblemsMax)
        {
            Notices.Add(new(code, place.In(Language.English), null, null, $"{place}: {sentence}") { Sentence = sentence, Place = place });
        }
    }

    public bool IsFull => ReadCount > limits.EntriesMax;

    /// <summary>Counts an entry; false once there are too many, which is reported once.</summary>
    public bool Count(int line)
    {
        if (++ReadCount <= limits.EntriesMax)
        {
            return true;
        }

        if (ReadCount == limits.EntriesMax + 1)
        {
            problems.Add(Problems.TooManyEntries(limits.EntriesMax).At(line));
        }

        return false;
    }

    /// <param name="category">Null where it is wrong and reported already: the name is checked all the same.</param>
    public void Add(RawEntry raw, string? category)
    {
        if (NameProblem(raw.Branch) is { } wrong)
        {
            problems.Add(At(wrong, raw));
            return;
        }
        if (!lineOfBranch.TryAdd(raw.Branch, raw.Line))
        {
            problems.Add(At(Problems.BranchTwice(raw.Branch, lineOfBranch[raw.Branch]), raw));
            return;
        }
        if (category is null || raw.Status is null)
        {
            return;
        }

        var (society, byName) = RosterWords.Split(raw.Branch)!.Value;
        var (form, formStated) = RosterWords.FormOf(raw.Form, byName, category);
        var listed = byName == "JOINT_BRANCH" ? RosterWords.Societies(society) : [society];
        if (
            form == "JOINT_BRANCH"
            && raw.Societies is null
            && listed.Count == 1
            && RosterWords.Kind(society) is null
            && IsCounted(raw.Branch, society)
        )
        {
            problems.Add(At(Problems.SocietiesNeeded(raw.Branch), raw));
            return;
        }

        if (WrittenText.FindRadical(raw.Branch) is { } radical)
        {
            Tell("NAME_HAS_RADICAL", raw.Line, HasRadical(raw.Branch, radical));
        }

        var societies = raw.Societies ?? listed;
        if (form == "JOINT_BRANCH" && societies.Count == 1)
        {
            Tell("JOINT_OF_ONE_SOCIETY", raw.Line, new Sentence("Notice.JointOfOne", [("society", societies[0])]));
        }

        entries.Add(
            new RosterEntry(
                entries.Count + 1,
                raw.Line,
                raw.Branch,
                category,
                raw.Status,
                raw.StatusSince,
                form,
                formStated,
                societies,
                raw.Societies is not null || listed.Count > 1
            )
            {
                FormGiven = raw.Form is not null,
            }
        );
    }

    /// <summary>A name with a radical looks like one with the character, and is kept as it was published.</summary>
    internal static Sentence HasRadical(string name, Rune radical) =>
        new("Notice.HasRadical", [("name", name), ("radical", radical.ToString()), ("code", $"U+{radical.Value:X4}")]);

    // What nobody sees is shown as a box, at its place.
    private static string Marked(string name, int codePoint) =>
        Rune.IsValid(codePoint)
            ? name.Replace(new Rune(codePoint).ToString(), "□", StringComparison.Ordinal)
            : name.Replace((char)codePoint, '□');

    // The second joint branch of an office is no society's.
    private static bool IsCounted(string branch, string society) => branch.Contains(society + "第", StringComparison.Ordinal);

    private static ImportProblem At(ImportProblem problem, RawEntry raw) => problem.At(raw.Line, raw.Column) with { Field = raw.Field };

    private ImportProblem? NameProblem(string name)
    {
        if (WrittenText.Length(name) > limits.NameCharactersMax)
        {
            return Problems.NameTooLong(name[..Math.Min(20, name.Length)] + "…", limits.NameCharactersMax);
        }

        if (WrittenText.FindUnseenOrBlank(name) is { } bad)
        {
            return Problems.NameHasUnseen(Marked(name, bad.CodePoint), bad);
        }

        if (RosterWords.Split(name) is not { } parts)
        {
            return Problems.NoEnding(name);
        }

        return string.IsNullOrWhiteSpace(parts.Society) ? Problems.OnlyEnding(name) : null;
    }
}

/// <param name="Column">As <see cref="ImportProblem.Column"/> has it.</param>
/// <param name="Field">Header of the branch's column; null where the format has no columns.</param>
/// <param name="Status">Null where it is wrong and reported already.</param>
/// <param name="Form">Null where the list states none.</param>
/// <param name="Societies">Null where the list states none.</param>
internal sealed record RawEntry(
    string Branch,
    int Line,
    int Column,
    string? Status,
    DateOnly? StatusSince = null,
    string? Form = null,
    IReadOnlyList<string>? Societies = null,
    string? Field = null
);
