namespace SocietyParty.Etl.Export;

/// <summary>What the cells of a column hold.</summary>
public enum ExportType
{
    Text,

    /// <summary>A <see cref="long"/>.</summary>
    WholeNumber,

    /// <summary>A <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>A <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Day,

    /// <summary>A <see cref="DateTimeOffset"/>.</summary>
    Moment,
}

/// <summary>One column of a file.</summary>
/// <param name="Key">Its name for programs, such as <c>committee.name</c>.</param>
/// <param name="Header">As people read it; no two columns of a table have the same.</param>
/// <param name="Help">What it means.</param>
public sealed record ExportColumn(string Key, string Header, ExportType Type, string Help);

/// <summary>A line of a workbook's sheet of definitions, such as 行数 and 109.</summary>
public sealed record ExportFact(string Name, string Text);
