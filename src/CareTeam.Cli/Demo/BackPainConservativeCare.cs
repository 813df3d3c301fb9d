using static CareTeam.Cli.Demo.DemoPeople;
using static CareTeam.V1.Intervention;

namespace CareTeam.Cli.Demo;

/// <summary>Weeks 1 to 10: physical therapy is evaluated, ordered, certified and given once a week, with a home programme.</summary>
internal static class BackPainConservativeCare
{
    public const string Order = "core strengthening";
    public static readonly string[] HomeExercises = ["dead bug", "hip stretch"];

    public static void Tell(DemoPen pen)
    {
        pen.Chapter("Weeks 1 to 10: structured conservative care, physical therapy");
        pen.Evaluates(Rivera, "pt evaluation", pen.Thu(-34), "6>6", "Stands bent forward; trunk flexor endurance 28 s, side bridge 22 s left and 31 s right. Walks 330 m in six minutes.");
        pen.Measures(Rivera, "6mwt", pen.Thu(-34), "330", walk => (walk.Completion, walk.StopReason, walk.Rests) = (TestCompletion.StoppedEarly, "Back pain 7/10 after four minutes.", 2));
        pen.Measures(Rivera, "5xsts", pen.Thu(-34), "17.2, 16.8");
        pen.Notes(Rivera, "pt evaluation note", pen.Thu(-34), new SoapNote
        {
            Subjective = "'If I bend back it locks.' Afraid that lifting will do harm. Walks the dog ten minutes, then sits.",
            Objective = "Prone instability test positive. Side bridge: left 31 s, right 22 s. 6MWT 330 m, stopped for pain.",
            Assessment = "Poor control of the lumbar spine in extension, deconditioned trunk and legs. Good candidate for staged core strengthening.",
            Plan = "Once a week with a home programme four days a week; walking by time, not by pain.",
        }, goals: ["walk"]);
        pen.Amends(Rivera, "pt evaluation note", "The sides of the side bridge were exchanged", "Side bridge: left 22 s, right 31 s. Everything else stands as written.");
        pen.OrdersTherapy(Rivera, Order, Discipline.PhysicalTherapy, pen.Thu(-34),
            pen.Course("core strengthening, posture, walking", ["M54.59"], ["odi", "walk"], aWeek: 1, weeks: 24, pen.Tue(-33), reevaluate: pen.Tue(-24), mostPounds: 20, "no loaded extension or rotation"),
            Rivera, "pt evaluation");
        pen.Certifies(Lindqvist, Order, pen.Wed(-33));
        pen.PrescribesExercise(Rivera, "dead bug", Order, pen.Thu(-34), ExerciseCategory.CoreStrength, "Dead bug", "3x6, clinic 1/week, home 4/week", "Lower back stays down; breathe out as the leg moves.",
            assistantLimit: "3x12, clinic 1/week, home 4/week");
        pen.PrescribesExercise(Rivera, "hip stretch", Order, pen.Thu(-34), ExerciseCategory.Flexibility, "Hip flexor stretch", "2x3, hold 30 s, home 4/week", "Kneeling on a cushion, pelvis tucked.");
        pen.PrescribesExercise(Rivera, "hip hinge", Order, pen.Thu(-34), ExerciseCategory.Posture, "Hip hinge with a dowel", "2x8, clinic 1/week", "Dowel touches head, chest and sacrum.");
        pen.SetsQuota(Rivera, Order, GradedActivity.WalkingTime, 45, pen.Mon(-33), "Fifteen minutes, three days a week.");
        pen.SetsQuota(Rivera, Order, GradedActivity.WalkingTime, 75, pen.Mon(-28), "He walks further without paying for it.");
        pen.PrescribesDevice(Lindqvist, "tens", pen.Mon(-33), DeviceKind.Tens, "Two-channel TENS unit", "Pain relief after standing, so that he can exercise",
            new() { HoursPerDay = 1, Instructions = "30 minutes, twice a day at most" }, pen.Fri(-12), Rivera);
        pen.Fits(Rivera, "tens", pen.Tue(-33), "Paraspinal, 100 Hz; he puts it on himself.");
        Sessions(pen);
        HomeProgramme(pen, -33, -23);
    }

    private static void Sessions(DemoPen pen)
    {
        Treats(pen, Rivera, -33, "6>5", "Dead bug with one leg; the hip hinge is new to him.");
        Treats(pen, Park, -32, "6>5", "Second set without help.");
        Treats(pen, Park, -31, "5>4", "Both legs, lower back stays down.");
        pen.Progresses(Park, "dead bug", pen.Tue(-31), "3x10, clinic 1/week, home 4/week", "Three sets clean, RPE 11.");
        pen.Refused("therapy.assistant-limit", () =>
            pen.Progresses(Park, "dead bug", pen.Tue(-31), "3x10, 5 lb, clinic 1/week, home 4/week", "He asks for a weight."));
        pen.IsMissing(Rivera, Order, pen.Tue(-30), SessionAttendance.Missed, "Car would not start; called in the afternoon.");
        Treats(pen, Rivera, -29, "5>4", "Hip hinge holds with 10 lb. Walks 20 minutes.");
        Treats(pen, Park, -28, "6>5", "Stood at a school event; sore, exercises as usual.");
        Treats(pen, Rivera, -27, "5>4", "Left foot tingles after kneeling; strength tested, Dr. Lindqvist told.");
        Treats(pen, Park, -26, "5>4", "Side bridge 35 s left.");
        pen.IsMissing(Rivera, Order, pen.Tue(-25), SessionAttendance.CancelledByClinic, "Therapist ill; home programme by phone.");
        pen.Treats(Rivera, Order, pen.Tue(-24), "5>4", 40, "Re-evaluation: trunk flexor endurance 52 s, stands 25 minutes, extension still provokes 7/10.", [TherapeuticExercise], "dead bug=3x10",
            SessionPurpose.ReEvaluation, nextEvaluation: pen.Tue(-12));
        Treats(pen, Park, -23, "5>4", "Carries 10 lb for 40 m.");
    }

    private static void Treats(DemoPen pen, Person by, int week, string pain, string response) =>
        pen.Treats(by, Order, pen.Tue(week), pain, 40, response, [TherapeuticExercise, NeuromuscularReEducation], "dead bug=3x8; hip hinge=2x8", supervisor: by == Park ? Rivera : null);

    /// <summary>Three days a week, with a walk; in the week of the red flag less.</summary>
    public static void HomeProgramme(DemoPen pen, int fromWeek, int toWeek) => pen.Together($"logs the home programme of {toWeek - fromWeek + 1} weeks, about three days each", () =>
    {
        for (var week = fromWeek; week <= toWeek; week++)
        {
            var (walk, pain) = week < -12 ? (15 + week + 33, "5>5") : (36 + 2 * (week + 12), week < -6 ? "3>2" : "1>1");
            foreach (var day in (int[])[pen.Mon(week), pen.Wed(week), pen.Fri(week)])
                if (week != -22 || day == pen.Mon(week) || day == pen.Fri(week)) pen.LogsAtHome(Bell, Order, day, HomeExercises, pain, walk);
        }
    });
}
