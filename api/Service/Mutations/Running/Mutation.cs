using SocietyParty.Service.Model;
using SocietyParty.Service.Mutations.Inputs;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>One field of <c>Mutation</c>, found by the class's name. A subclass is one file with its input.</summary>
internal abstract class Mutation
{
    /// <summary>Name of the field: <c>ProposeBranch</c> is <c>proposeBranch</c>.</summary>
    public string Name => Names.Camel(GetType().Name);

    public abstract Type InputType { get; }

    /// <param name="input">An <see cref="InputType"/>.</param>
    public abstract Task<MutationResult> RunAsync(object input, MutationContext context, CancellationToken ct);
}

/// <summary>A mutation with its input.</summary>
/// <typeparam name="TInput">A record whose parameters have the names of the field's arguments.</typeparam>
internal abstract class Mutation<TInput> : Mutation
    where TInput : class
{
    public override Type InputType => typeof(TInput);

    public override async Task<MutationResult> RunAsync(object input, MutationContext context, CancellationToken ct)
    {
        InputBounds.Check(input, context);
        return context.HasErrors ? context.Refused() : await ApplyAsync((TInput)input, context, ct);
    }

    /// <summary>
    /// Checks and changes, inside one serializable transaction. It may run several times, each time with a fresh context: whatever it
    /// does outside of the context would be done several times.
    /// </summary>
    public abstract Task<MutationResult> ApplyAsync(TInput input, MutationContext context, CancellationToken ct);
}

/// <summary>What became of a mutation.</summary>
/// <param name="Changed">What it answers with; null where it was refused.</param>
internal sealed record MutationResult(IRow? Changed);
