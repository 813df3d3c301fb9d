using CareTeam.Server.Pipeline;
using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>Work that is done in time, late, by others than it was asked of, or never; and the assistant's notes, one of them signed late.</summary>
internal static class YearsTasksAndNotes
{
    public static void Write(CarePen pen)
    {
        Tasks(pen);
        foreach (var day in new[] { "2026-01-14", "2026-02-11", "2026-03-11", "2026-04-08", "2026-05-06" })
            pen.On(day, Assistant, new SubmitNoteRequest { NoteId = pen.Id($"note of {day}"), Body = Soap("Bird dog 3 x 10.") });
        foreach (var (note, signed) in new[] { ("2026-01-14", "2026-01-22"), ("2026-02-11", "2026-02-12"), ("2026-03-11", "2026-03-12"), ("2026-04-08", "2026-04-10"), ("2026-05-06", "2026-05-13") })
            pen.On(signed, Therapist, new CosignNoteRequest { NoteId = pen.Id($"note of {note}"), Meaning = SignatureMeaning.Review });
        pen.On("2026-02-04", Assistant, new AmendNoteRequest { NoteId = pen.Id("note of 2026-01-14"), AmendmentId = pen.Id("amendment"), Reason = "Wrong side.", Text = "Right, not left." });
        pen.On("2026-02-06", Therapist, new CosignNoteRequest { NoteId = pen.Id("note of 2026-01-14"), Meaning = SignatureMeaning.Review, AmendmentIds = { pen.Id("amendment") } });
        pen.On("2026-01-15", OccupationalTherapist, new SubmitNotesRequest { Note = new() { NoteId = pen.Id("note from the gym"), Body = Soap("Lifts 15 lb.") } });
    }

    public static NoteBody Soap(string objective) => new() { Soap = new() { Subjective = "Less pain than last week.", Objective = objective, Assessment = "On course.", Plan = "Go on." } };

    private static void Tasks(CarePen pen)
    {
        pen.On("2026-01-05", Lead, Task(pen, "lifting", Therapist, "2026-01-20"));
        pen.On("2026-01-06", Therapist, new AcceptTaskRequest { TaskId = pen.Id("lifting") });
        pen.On("2026-01-20", Therapist, new StartTaskRequest { TaskId = pen.Id("lifting") });
        pen.On("2026-01-22", Therapist, new CompleteTaskRequest { TaskId = pen.Id("lifting"), Outcome = "10 lb." });

        pen.On("2026-01-06", Lead, Task(pen, "workplace", OccupationalTherapist, ""));
        pen.On("2026-01-22", Lead, new ReassignTaskRequest { TaskId = pen.Id("workplace"), AssigneeId = OtherTherapist.PersonId, Reason = "Nobody took it." });
        pen.On("2026-01-23", OtherTherapist, new DeclineTaskRequest { TaskId = pen.Id("workplace"), Reason = "Full." });
        pen.On("2026-01-26", Lead, new ReassignTaskRequest { TaskId = pen.Id("workplace"), AssigneeId = Nurse.PersonId, Reason = "By telephone." });
        pen.On("2026-01-27", Nurse, new AcceptTaskRequest { TaskId = pen.Id("workplace") });
        pen.On("2026-01-27", Nurse, new RescheduleTaskRequest { TaskId = pen.Id("workplace"), DueDate = "2026-02-20", Reason = "The employer is away." });
        pen.On("2026-02-23", Lead, new CancelTaskRequest { TaskId = pen.Id("workplace"), Reason = "The employer wrote." });

        var flag = ChosenId.Named(pen.PlanId, pen.Id("flag"), "urgent task");
        pen.On("2026-02-16", Lead, new AcceptTaskRequest { TaskId = flag });

        // During the days in September on which no server runs.
        pen.On("2026-09-01", Lead, Task(pen, "call", Nurse, "2026-09-15"));
        // Nobody ever takes this on.
        pen.On("2026-12-14", PainPhysician, Task(pen, "forgotten", null, "2026-12-30"));
    }

    public static AddTaskRequest Task(CarePen pen, string name, Person? assignee, string due) => new()
    {
        TaskId = pen.Id(name),
        Title = $"Look after: {name}",
        Kind = TaskKind.FollowUp,
        AssigneeId = assignee?.PersonId ?? "",
        DueDate = due,
    };
}
