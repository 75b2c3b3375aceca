/**
 * Prefixes of services that AWS retired. Policies still name them (AWS's own managed policies do),
 * and nothing is known any more of their actions, so that nothing is looked up.
 * Source: AWS managed policies and the Service Authorization Reference of earlier years.
 */
export const retiredServices: ReadonlyMap<string, string> = new Map([
  ['codestar', 'AWS CodeStar'],
  ['deepcomposer', 'AWS DeepComposer'],
  ['deeplens', 'AWS DeepLens'],
  ['deepracer', 'AWS DeepRacer'],
  ['importexport', 'AWS Import/Export'],
  ['iot1click', 'AWS IoT 1-Click'],
  ['iotfleethub', 'AWS IoT Fleet Hub'],
  ['iotroborunner', 'AWS IoT RoboRunner'],
  ['lookoutmetrics', 'Amazon Lookout for Metrics'],
  ['lookoutvision', 'Amazon Lookout for Vision'],
  ['macie', 'Amazon Macie Classic'],
  ['mobilehub', 'AWS Mobile Hub'],
  ['nimble', 'Amazon Nimble Studio'],
  ['opsworks', 'AWS OpsWorks'],
  ['opsworks-cm', 'AWS OpsWorks Configuration Management'],
  ['robomaker', 'AWS RoboMaker'],
  ['sumerian', 'Amazon Sumerian'],
  ['worklink', 'Amazon WorkLink'],
  ['zocalo', 'Amazon WorkDocs under its first name'],
]);
