using SocietyParty.Rules.Days;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// The leader signs the minutes of a meeting (003 第二十条). Refused: WRONG_STAGE, MINUTES_SIGNED_BY_ANOTHER, SIGNED_BEFORE_MEETING,
/// SEAT_OF_ANOTHER_GROUP, VERSION_CONFLICT.
/// </summary>
/// <param name="Keeper">Who kept them.</param>
public sealed record SignLeadingGroupMinutesInput(
    Id<LeadingGroupMeeting> Meeting,
    Id<LeadingGroupSeat> Signer,
    Id<Person> Keeper,
    DateOnly SignedOn,
    int? Version
);

internal sealed class SignLeadingGroupMinutes : Mutation<SignLeadingGroupMinutesInput>
{
    public override async Task<MutationResult> ApplyAsync(SignLeadingGroupMinutesInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Meeting, ct, "meeting") is not { } meeting || !context.HasVersion(meeting, input.Version))
        {
            return context.Refused();
        }

        var room = await MeetingRoom.OfAsync(meeting, context, ct);
        var keeper = await context.FindAsync(input.Keeper, ct, "keeper");
        context.Add(MeetingStages.Breach(meeting.State, MeetingStage.MinutesSigned, room.Rules));
        context.Add(DayOrder.Check(EarlierDay.Meeting, input.SignedOn, meeting.HeldOn, "signedOn"));

        if (await room.SeatAsync(input.Signer, context, ct, "signer") is { } signer)
        {
            context.Add(
                MinutesSignature.Breaches(
                    signer.Role == SeatRole.Leader,
                    signer.Id == meeting.ChairSeatId,
                    meeting.HeldOn,
                    input.SignedOn,
                    room.Rules
                )
            );
        }
        else
        {
            signer = null!;
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        meeting.State = MeetingStage.MinutesSigned;
        meeting.MinutesKeeperId = keeper!.Id;
        meeting.MinutesSignerSeatId = signer.Id;
        meeting.MinutesSignedOn = input.SignedOn;
        return context.Done(meeting);
    }
}
