using CareTeam.Cli.Therapy;

namespace CareTeam.Cli.History;

/// <summary>What the ids of a plan stand for, as far as plan and events have told.</summary>
public sealed class PlanNames
{
    private readonly Dictionary<string, string> known = [];

    public string Task(string id) => Known(id);

    public string Goal(string id) => Known(id);

    public string RedFlag(string id) => Known(id);

    public string TherapyOrder(string id) => Known(id);

    public string Exercise(string id) => Known(id);

    public string Device(string id) => Known(id);

    public string Person(string id) => known.GetValueOrDefault(id, id);

    public string Note(string id) => known.GetValueOrDefault(id, Shown.ShortId(id));

    public void Learn(CarePlan plan)
    {
        foreach (var task in plan.Tasks) known[task.TaskId] = $"\"{task.Title}\"";
        foreach (var goal in plan.Goals) known[goal.GoalId] = $"\"{goal.Description}\"";
        foreach (var flag in plan.RedFlags) known[flag.RedFlagId] = Shown.Words(flag.Kind);
        foreach (var member in plan.Members) known[member.Person.PersonId] = Shown.Name(member.Person);
        foreach (var note in plan.Notes) Learn(note);
        foreach (var order in plan.TherapyOrders) known[order.TherapyOrderId] = TherapyWords.Order(order.Discipline, order.Prescription);
        foreach (var exercise in plan.Exercises) known[exercise.ExerciseId] = $"\"{exercise.Name}\"";
        foreach (var device in plan.Devices) known[device.DeviceId] = TherapyWords.Device(device.Kind, device.Description);
    }

    public void Learn(PlanEvent e)
    {
        if (e.TaskAdded?.Task is { } task) known[task.TaskId] = $"\"{task.Title}\"";
        if ((e.GoalAdded?.Goal ?? e.GoalRevised?.Goal) is { } goal) known[goal.GoalId] = $"\"{goal.Description}\"";
        if (e.RedFlagRaised is { } flag) known[flag.RedFlagId] = Shown.Words(flag.Kind);
        if ((e.MemberAdded?.Person ?? e.PlanCreated?.Lead) is { } person) known[person.PersonId] = Shown.Name(person);
        if (e.NoteSubmitted?.Summary is { } note) Learn(note);
        if (e.TherapyOrdered is { } order) known[order.TherapyOrderId] = TherapyWords.Order(order.Discipline, order.Prescription);
        if (e.ExercisePrescribed is { } exercise) known[exercise.ExerciseId] = $"\"{exercise.Prescription?.Name}\"";
        if (e.DevicePrescribed is { } device) known[device.DeviceId] = TherapyWords.Device(device.Kind, device.Description);
    }

    private void Learn(NoteSummary note) => known[note.NoteId] = $"of {Shown.Day(note.EncounterAt)} by {Shown.Name(note.Author)}";

    private string Known(string id) => known.GetValueOrDefault(id, Shown.ShortId(id));
}
