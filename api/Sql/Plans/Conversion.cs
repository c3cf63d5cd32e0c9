namespace SocietyParty.Sql.Plans;

/// <summary>From a coerced GraphQL value to what the database compares with.</summary>
public abstract record Conversion
{
    public static readonly Conversion None = new NoConversion();

    public abstract Converted Convert(object? value);

    private sealed record NoConversion : Conversion
    {
        public override Converted Convert(object? value) => new(value);
    }
}

/// <summary>A converted value, or the problem to report.</summary>
public readonly record struct Converted(object? Value, ConversionProblem? Problem = null)
{
    public static Converted Failed(string code, string message) => new(null, new(code, message));
}

public sealed record ConversionProblem(string Code, string Message);
