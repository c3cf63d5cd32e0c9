namespace SocietyParty.GraphQL.Validation;

/// <summary>One rule of the specification's section 5; the first digit of its code's number is the subsection.</summary>
public interface IValidationRule
{
    /// <summary>Stable: <c>SP-VALIDATE-301</c>.</summary>
    string Code { get; }

    void Check(ValidationContext context);
}
