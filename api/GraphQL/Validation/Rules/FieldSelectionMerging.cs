namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.3.2: fields under one response key mean the same; see <see cref="OverlappingFields"/>.</summary>
public sealed class FieldSelectionMerging : IValidationRule
{
    public string Code => "SP-VALIDATE-302";

    public void Check(ValidationContext context)
    {
        // Spreading would not end; the cycle is an error of its own.
        if (context.Errors.Any(error => error.Code == FragmentSpreadsMustNotFormCycles.CycleCode) || context.IsFull)
        {
            return;
        }

        var overlapping = new OverlappingFields(context, Code);
        foreach (var operation in context.Document.Operations)
        {
            if (!overlapping.Check(operation))
            {
                return;
            }
        }
    }
}
