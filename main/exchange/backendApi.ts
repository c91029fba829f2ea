// Made from backend/openapi.yaml by `npm run generate:backend-types`; a test says when it is out of date.

export type Mode = 'live' | 'test' | 'simulated';
export type Powertrain = 'ICE' | 'HEV' | 'PHEV' | 'BEV';
export type ScopeText = string;
export type ProblemCode =
  | 'unauthorized'
  | 'rate_limited'
  | 'invalid_request'
  | 'not_found'
  | 'invalid_grant'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'smartcar_unreachable'
  | 'smartcar_timed_out'
  | 'smartcar_unreadable'
  | 'smartcar_refused'
  | 'internal';

export interface Health {
  status: 'ok';
  version: string;
}
export interface Application {
  clientId: string;
  /**
   * The first is the default.
   *
   * @minItems 1
   */
  redirectUris: string[];
  mode: Mode;
  scopePresets: ScopePreset[];
}
export interface ScopePreset {
  /**
   * Does not change; for translations
   */
  id: string;
  /**
   * In English
   */
  name: string;
  /**
   * Permissions without `required:`
   */
  scope: string[];
}
export interface ExchangeRequest {
  code: string;
  /**
   * The one that Connect was opened with; one of the application's
   */
  redirectUri: string;
  /**
   * The one that Connect was opened with; refused if it is not the application's
   */
  mode?: 'live' | 'test' | 'simulated';
}
export interface RefreshRequest {
  refreshToken: string;
}
export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  /**
   * Life of the access token in seconds from this answer
   */
  expiresIn: number;
  /**
   * Life of the refresh token in seconds from this answer
   */
  refreshExpiresIn: number;
}
export interface Compatibility {
  compatible: boolean;
  /**
   * Such as `VEHICLE_NOT_COMPATIBLE` or `MAKE_NOT_COMPATIBLE`
   */
  reason: string | null;
  /**
   * One entry per endpoint; empty outside the US
   */
  capabilities: Capability[];
}
export interface Capability {
  permission: string;
  endpoint: string;
  capable: boolean;
  /**
   * Such as `VEHICLE_NOT_CAPABLE` or `SMARTCAR_NOT_CAPABLE`
   */
  reason: string | null;
}
/**
 * Models by brand code
 */
export interface CompatibilityMatrix {
  [k: string]: CompatibleModel[];
}
export interface CompatibleModel {
  model: string;
  startYear: number;
  endYear: number;
  /**
   * One of `Powertrain`, or one that Smartcar adds later
   */
  type: string;
  /**
   * Names for people
   */
  endpoints: string[];
  permissions: string[];
}
export interface Problem {
  type: 'about:blank';
  /**
   * The status in words
   */
  title: string;
  status: number;
  /**
   * In English, for a log; holds no token, code or VIN
   */
  detail: string;
  /**
   * `urn:uuid:` and the request id
   */
  instance: string;
  code: ProblemCode;
  smartcar?: SmartcarError;
}
/**
 * Which error Smartcar's Vehicle API answered
 */
export interface SmartcarError {
  status: number;
  type: string | null;
  code: string | null;
}
