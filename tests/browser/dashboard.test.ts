import './scenes/signIn.ts';
import './scenes/tasks.ts';
import './scenes/history.ts';
import './scenes/connection.ts';
import './scenes/caseload.ts';
