namespace CareTeam.Benchmarks.Setting;

/// <summary>What is asked for, again and again.</summary>
public static class Requests
{
    /// <summary>450 characters in four sections, as a therapist writes after a session.</summary>
    public static NoteBody SoapNote() => new()
    {
        Soap = new()
        {
            Subjective = "Reports less low back pain than last week, 4 of 10 at rest and 6 of 10 after half an hour of sitting; slept through three nights.",
            Objective = "Lumbar flexion 55 degrees, straight leg raise 70 degrees on both sides. Walked 400 m without a rest and lifted 8 kg from floor to table.",
            Assessment = "Tolerance of load grows; fear of bending still limits lifting at work.",
            Plan = "Go on with graded lifting, two sets of ten at 10 kg. Progress walking to 600 m. See again on Thursday at nine.",
        },
    };

    public static SubmitNoteRequest SubmitNote(string planId) => new() { PlanId = planId, RequestId = Guid.CreateVersion7().ToString(), Body = SoapNote() };
}
