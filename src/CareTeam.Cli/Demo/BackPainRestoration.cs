using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Weeks 23 to 34: strength and walking are restored twice a week, with an assistant under supervision, her notes co-signed.</summary>
internal static class BackPainRestoration
{
    private const string Order = BackPainConservativeCare.Order;

    public static void Tell(DemoPen pen)
    {
        pen.Chapter("Weeks 23 to 34: functional restoration, physical therapy");
        pen.SetsQuota(Rivera, Order, GradedActivity.WalkingTime, 120, pen.Mon(-11), "Forty minutes, three days a week.");
        Treats(pen, Rivera, pen.Fri(-12), "4>3", "Three days after the ablation, sore at the needle sites; core work without load.", "dead bug=3x8");
        pen.ReportsProgress(Rivera, "report 2", Order, pen.Fri(-12), new()
        {
            Objective = "Trunk flexor endurance 74 s, stands 25 minutes before the ablation. Extension pain-free today.",
            Assessment = "A plateau from week 14 on, by facet pain; it has ended with the ablation.",
            Plan = "Twice a week, loading from next week on.",
        }, ProgressRecommendation.ChangePlan);
        pen.PrescribesExercise(Rivera, "deadlift", Order, pen.Tue(-11), ExerciseCategory.Functional, "Deadlift", "2x8, 15 lb, RPE 12, clinic 2/week", "From blocks first; hinge, brace, breathe.",
            assistantLimit: "3x8, 25 lb, RPE 13, clinic 2/week");
        Treats(pen, Rivera, pen.Tue(-11), "3>2", "First deadlift, from blocks.", "deadlift=2x8, 15 lb, RPE 11");
        Treats(pen, Park, pen.Fri(-11), "3>2", "Deadlift as on Tuesday.", "deadlift=2x8, 15 lb, RPE 11");
        Treats(pen, Rivera, pen.Tue(-10), "3>2", "From the floor.", "deadlift=2x8, 20 lb, RPE 12");
        Treats(pen, Park, pen.Fri(-10), "3>2", "Circuit of 15 minutes.", "deadlift=2x8, 20 lb, RPE 12", note: "park 1");
        pen.Cosigns(Rivera, "park 1", Park);
        pen.Progresses(Park, "deadlift", pen.Fri(-10), "3x8, 20 lb, RPE 13, clinic 2/week", "RPE 11 with two sets.");
        Treats(pen, Rivera, pen.Tue(-9), "3>2", "Third set clean.", "deadlift=3x8, 20 lb, RPE 13");
        Treats(pen, Park, pen.Fri(-9), "2>2", "Treadmill 25 minutes, 4 km/h.", "deadlift=3x8, 20 lb, RPE 12");
        Treats(pen, Rivera, pen.Tue(-8), "2>2", "Step-ups with 15 lb.", "deadlift=3x8, 25 lb, RPE 13");
        pen.IsMissing(Park, Order, pen.Fri(-8), SessionAttendance.Missed, "Job interview of his wife, forgot to call.");
        pen.Progresses(Rivera, "deadlift", pen.Tue(-7), "3x8, 30 lb, RPE 13, clinic 2/week", "25 lb at RPE 12 for a week.");
        Treats(pen, Rivera, pen.Tue(-7), "2>1", "30 lb, technique holds.", "deadlift=3x8, 30 lb, RPE 13");
        Treats(pen, Park, pen.Fri(-7), "2>2", "Carries 25 lb, 100 m.", "deadlift=3x8, 30 lb, RPE 13", note: "park 2");
        pen.Cosigns(Rivera, "park 2", Park);
        pen.Regresses(Rivera, "deadlift", pen.Tue(-6), "3x8, 25 lb, RPE 13, clinic 2/week", "Back 4/10 after helping a neighbour move; a week lighter.");
        pen.Treats(Rivera, Order, pen.Tue(-6), "4>3", 45, "Re-evaluation: trunk flexor endurance 95 s, 6MWT 468 m, sit-to-stand 11.8 s.", [TherapeuticExercise], "deadlift=3x8, 25 lb, RPE 12",
            SessionPurpose.ReEvaluation, nextEvaluation: pen.Fri(-1));
        pen.Measures(Rivera, "6mwt", pen.Tue(-6), "468");
        pen.ReportsProgress(Rivera, "report 3", Order, pen.Tue(-6), new()
        {
            Objective = "Deadlift 30 lb, 6MWT 468 m (330), trunk flexor endurance 95 s (28).",
            Assessment = "Progress in every measure since the ablation; one flare-up, managed with his own plan.",
            Plan = "On to 40 lb, then what the job asks in work conditioning.",
        }, ProgressRecommendation.Continue);
        pen.SetsQuota(Rivera, Order, GradedActivity.WalkingTime, 150, pen.Mon(-6), "Fifty minutes, three days a week.");
        TowardsDischarge(pen);
        BackPainConservativeCare.HomeProgramme(pen, -12, -1);
    }

    private static void TowardsDischarge(DemoPen pen)
    {
        Treats(pen, Park, pen.Fri(-6), "2>2", "Flare-up over.", "deadlift=3x8, 25 lb, RPE 11");
        pen.Progresses(Rivera, "deadlift", pen.Tue(-5), "3x8, 35 lb, RPE 14, clinic 2/week", "25 lb at RPE 11.");
        Treats(pen, Rivera, pen.Tue(-5), "2>1", "Step-ups 20 lb.", "deadlift=3x8, 35 lb, RPE 14");
        Treats(pen, Park, pen.Fri(-5), "1>1", "After the first week at work: tired, not sore.", "deadlift=3x8, 35 lb, RPE 13");
        pen.Progresses(Rivera, "deadlift", pen.Tue(-4), "3x8, 40 lb, RPE 14, clinic 2/week", "35 lb at RPE 13.");
        Treats(pen, Rivera, pen.Tue(-4), "1>1", "40 lb, the limit of the order.", "deadlift=3x8, 40 lb, RPE 14");
        pen.IsMissing(Park, Order, pen.Fri(-4), SessionAttendance.CancelledByClinic, "Building closed, storm.");
        Treats(pen, Rivera, pen.Tue(-3), "1>1", "Circuit of 25 minutes.", "deadlift=3x8, 40 lb, RPE 13");
        Treats(pen, Park, pen.Fri(-3), "1>1", "Runs the circuit himself.", "deadlift=3x8, 40 lb, RPE 13");
        pen.Teaches(Rivera, EducationTopic.SelfManagement, pen.Tue(-2), TeachBackResult.Understood, "Gym twice a week, how to add load, what to do in a flare-up: tells each in his own words.");
        Treats(pen, Rivera, pen.Tue(-2), "1>1", "Plans his own week of training.", "deadlift=3x8, 40 lb, RPE 13");
        Treats(pen, Park, pen.Fri(-2), "1>0", "Trains as planned, no prompts.", "deadlift=3x8, 40 lb, RPE 12");
        Treats(pen, Park, pen.Tue(-1), "1>1", "After his first full shift: 40 lb as before.", "deadlift=3x8, 40 lb, RPE 13", note: "park 3");
    }

    private static void Treats(DemoPen pen, Person by, int day, string pain, string response, string done, string note = "")
    {
        if (note.Length > 0)
        {
            pen.Notes(by, note, day, new SoapNote
            {
                Subjective = $"Back {pain[0]}/10 before, {pain[2]}/10 after.",
                Objective = $"{response} {done.Replace("=", " ", StringComparison.Ordinal)}.",
                Assessment = "Tolerated well, within the plan of care.",
                Plan = "As planned by Tomás Rivera.",
            }, goals: ["lift"]);
        }
        pen.Treats(by, Order, day, pain, 45, response, [TherapeuticExercise, TherapeuticActivities], done, supervisor: by == Park ? Rivera : null, note: note);
    }
}
