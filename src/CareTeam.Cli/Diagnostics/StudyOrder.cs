using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Diagnostics;

public static class StudyOrder
{
    public static Command Command()
    {
        var question = TextOption.Argument("question", "What the study shall answer");
        var modality = WordOption.One<StudyModality>("--modality", "What is done", required: true);
        var region = WordOption.One<BodyRegion>("--region", "Of what", required: true);
        var side = WordOption.One<Side>("--side", "Of a limb or joint: which one");
        var contrast = WordOption.One<ContrastUse>("--contrast", "Of MRI and CT (default: without)");
        var indication = WordOption.One<StudyIndication>("--indication", "Why", required: true);
        var priority = WordOption.One<TaskPriority>("--priority", "How soon (default: routine)");
        var careSince = DayOption.Day("--care-since", "First day of non-surgical care before this plan; needs --care-note");
        var careNote = IdOption.Of("--care-note", "note");
        careNote.Description = "Id of the note that tells what was tried before this plan, or its first characters";
        var onset = DayOption.Day("--onset", "First day of the symptoms (default: the latest onset of a diagnosis)");
        var assignee = TextOption.Optional("--assignee", "Member who does or arranges it (default: the whole team)", "person");
        var due = DayOption.Day("--due", "Day it falls due");
        var id = IdOption.New("--study-id", "study");
        return new Command("study", "Order a study; its task comes with it (physicians, nurse practitioners)")
        {
            question, modality, region, side, contrast, indication, priority, careSince, careNote, onset, assignee, due, id,
        }
            .TakesOverrides()
            .SendsOnPlan("Ordered.", parse => new OrderStudyRequest
            {
                StudyId = parse.GetValue(id),
                Modality = parse.GetValue(modality),
                Region = parse.GetValue(region),
                Side = parse.GetValue(side),
                Contrast = parse.GetValue(contrast),
                Indication = parse.GetValue(indication),
                ClinicalQuestion = parse.GetValue(question),
                Priority = parse.GetValue(priority),
                PriorCare = parse.GetValue(careSince)!.Length + parse.GetValue(careNote)!.Length == 0 ? null : new PriorCare { SinceDate = parse.GetValue(careSince), NoteId = parse.GetValue(careNote) },
                OnsetDate = parse.GetValue(onset),
                AssigneeId = parse.GetValue(assignee),
                DueDate = parse.GetValue(due),
            });
    }
}
